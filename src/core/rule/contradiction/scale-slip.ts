import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { contradictions } from './contradictions.js';
import { isScale } from './restated.js';
import { takeOver } from './value-contradiction.js';

/** Relation: figures of one thing do not lie a power of ten apart, by 万 for 亿, a point for a separator, or a point moved. */
export const scaleSlip: Rule = {
  id: 'scale-slip',
  group: 'contradiction',
  severity: 'warning',
  title: say`数量级不一`,
  check(article, _knowledge, report) {
    for (const { wrong, right, name, slip } of contradictions(article)) {
      if (slip === undefined || !isScale(slip)) continue;
      const [said, before] = [slice(article.text, wrong.span), slice(article.text, right.span)];
      report(
        takeOver(
          article,
          wrong,
          right,
          slip.kind === 'unit' || slip.kind === 'multiplier'
            ? say`“${name}”此处为“${said}”，另一处为“${before}”，只差“万”“亿”，疑有一处有误。`
            : say`“${name}”此处为“${said}”，另一处为“${before}”，只差小数点或千分号，疑有一处有误。`,
        ),
      );
    }
  },
};
