import { say } from '../../core/message.js';
import { pageEnd, pageStart, section } from '../../report/html.js';
import type { Format } from './index.js';

/** The report as a page of its own, a section a file; nothing is loaded from elsewhere. Files without findings are reported as well. */
export const htmlFormat: Format = (text) => {
  const options = { language: text(say`zh-CN`) };
  return {
    start: () => pageStart(text, options),
    file: (file) => section(file.report(), text, options),
    end: pageEnd,
  };
};
