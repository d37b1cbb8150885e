// The extension's table of contents.
import { type ExtensionContext, l10n, window } from 'vscode';
import { registerActors } from './features/actors';
import { registerAnnotations } from './features/annotations';
import { registerBitext } from './features/bitext';
import { registerCorrections } from './features/corrections';
import { registerCoverage } from './features/coverage';
import { registerCuration } from './features/curation';
import { registerDiagnostics } from './features/diagnostics';
import { registerDifferences } from './features/differences';
import { registerFolding } from './features/folding';
import { registerOutline } from './features/outline';
import { registerRecognition } from './features/recognition';
import { registerReview } from './features/review';
import { registerStatusBar } from './features/status-bar';
import { registerYamlAssist } from './features/yaml-assist';
import type { Platform } from './platform';
import { createServices, type Services } from './services/services';

/** Synchronous and without I/O: services do their work when first asked. */
export function start(context: ExtensionContext, platform: Platform): void {
	try {
		const services = createServices(context, platform);
		context.subscriptions.push(services);
		for (const register of features) context.subscriptions.push(register(services));
	} catch (error) {
		// VS Code says nothing when an extension fails to activate
		void window.showErrorMessage(l10n.t('Glossator could not start: {0}', String(error)));
		throw error;
	}
}

const features: readonly ((services: Services) => { dispose(): unknown })[] = [
	registerRecognition,
	registerStatusBar,
	registerOutline,
	registerFolding,
	registerActors,
	registerCorrections,
	registerCoverage,
	registerDifferences,
	registerBitext,
	registerAnnotations,
	registerYamlAssist,
	registerDiagnostics,
	registerReview,
	registerCuration,
	({ guard, log }) => guard.command('glossator.showLog', () => log.show()),
];
