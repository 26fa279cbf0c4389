// Mocha's ordinary report, with the counts left in the file that HEGAO_COUNTS names.
import Mocha from 'mocha';
import { writeFileSync } from 'node:fs';

export default class CountingReporter extends Mocha.reporters[process.env.CI ? 'Dot' : 'Spec'] {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures } = runner.stats;
      if (process.env.HEGAO_COUNTS) writeFileSync(process.env.HEGAO_COUNTS, JSON.stringify({ passes, failures }));
    });
  }
}
