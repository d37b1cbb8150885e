// The suite in a web-worker extension host, with mocha's browser build.
import 'mocha/mocha';
import { report, Silent } from './report';
import { grep, loadSuites } from './suites';

export async function run(): Promise<void> {
	mocha.setup({ ui: 'bdd', timeout: 20_000, reporter: Silent, ...(grep ? { grep } : {}) });
	loadSuites();
	return report(mocha.run());
}
