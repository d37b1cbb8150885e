// The suite in a Node extension host.
import { report, Silent } from './report';
import { grep, loadSuites } from './suites';

export async function run(): Promise<void> {
	const { default: Mocha } = await import('mocha');
	const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: Silent, ...(grep ? { grep } : {}) });
	mocha.suite.emit('pre-require', globalThis, '', mocha);
	loadSuites();
	return report(mocha.run());
}
