// Annotations in the editor: made, shown, listed and changed.
import { Disposable, languages } from 'vscode';
import { seedSelector } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { registerAnnotate } from './annotate';
import { registerChange } from './change';
import { registerHighlights } from './highlights';
import { annotationHover } from './hover';
import { registerNotes } from './notes';
import { registerAnchoring } from './reattach';
import { registerReferences } from './references';
import { NoteThreads } from './threads';
import { registerTree } from './tree';
import { registerWalk } from './walk';

export function registerAnnotations(services: Services): Disposable {
	const threads = new NoteThreads(services);
	return Disposable.from(
		threads,
		registerAnnotate(services, threads),
		registerNotes(services, threads),
		registerChange(services),
		registerAnchoring(services),
		registerWalk(services),
		registerHighlights(services),
		languages.registerHoverProvider(seedSelector, annotationHover(services)),
		registerReferences(services),
		registerTree(services),
	);
}
