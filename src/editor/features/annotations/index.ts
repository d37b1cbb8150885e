// Annotations in the editor: made, shown, listed and changed.
import { Disposable, languages } from 'vscode';
import { seedSelector } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { AdjustMode, registerAdjust } from './adjust';
import { registerAnnotate } from './annotate';
import { registerChange } from './change';
import { registerFixes } from './fixes';
import { registerHighlights } from './highlights';
import { annotationHover } from './hover';
import { registerIdentical } from './identical';
import { registerMoves } from './moves';
import { registerNotes } from './notes';
import { registerAnchoring } from './reattach';
import { registerReferences } from './references';
import { registerReplace } from './replace';
import { registerReshape } from './reshape';
import { NoteThreads } from './threads';
import { registerTree } from './tree';
import { registerTwins } from './twins';
import { registerWalk } from './walk';

export function registerAnnotations(services: Services): Disposable {
	const threads = new NoteThreads(services);
	const adjust = new AdjustMode(services);
	return Disposable.from(
		threads,
		adjust,
		registerAnnotate(services, threads),
		registerNotes(services, threads),
		registerChange(services),
		registerAdjust(services, adjust),
		registerReshape(services),
		registerIdentical(services),
		registerAnchoring(services),
		registerFixes(services),
		registerMoves(services),
		registerReplace(services),
		registerWalk(services),
		registerTwins(services, adjust),
		registerHighlights(services),
		languages.registerHoverProvider(seedSelector, annotationHover(services)),
		registerReferences(services),
		registerTree(services),
	);
}
