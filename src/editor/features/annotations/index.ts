// Annotations in the editor: made, shown, listed and changed.
import { Disposable, languages } from 'vscode';
import { seedSelector } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { registerAnnotate } from './annotate';
import { registerChange } from './change';
import { registerHighlights } from './highlights';
import { annotationHover } from './hover';
import { registerAnchoring } from './reattach';
import { registerTree } from './tree';
import { registerWalk } from './walk';

export function registerAnnotations(services: Services): Disposable {
	return Disposable.from(
		registerAnnotate(services),
		registerChange(services),
		registerAnchoring(services),
		registerWalk(services),
		registerHighlights(services),
		languages.registerHoverProvider(seedSelector, annotationHover(services)),
		registerTree(services),
	);
}
