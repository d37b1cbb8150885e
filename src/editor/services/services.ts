// The composition root: what features are given.
import { Disposable, type ExtensionContext, type Memento, type Uri } from 'vscode';
import { digestVersion } from '../../core/parallel/digest';
import type { Platform } from '../platform';
import { Annotations } from './annotations';
import { Authors } from './authors';
import { Catalogues } from './catalogues';
import { Comparisons } from './comparisons';
import { Copies } from './copies';
import { Edits } from './edits';
import { Git } from './git';
import { Guard } from './guard';
import { Lexicons } from './lexicons';
import { createLog, type Log } from './log';
import { MentionIndex } from './mention-index';
import { Mentions } from './mentions';
import { Parallel } from './parallel';
import { SeedCache } from './seed-cache';
import { SeedDocuments } from './seed-documents';
import { SeedFiles } from './seed-files';
import { Sidecars } from './sidecars';
import { Vocabularies } from './vocabularies';

export interface Services extends Disposable {
	readonly extensionUri: Uri;
	/** What VS Code keeps for this workspace. */
	readonly memory: Memento;
	readonly log: Log;
	readonly guard: Guard;
	readonly seeds: SeedDocuments;
	readonly seedFiles: SeedFiles;
	readonly catalogues: Catalogues;
	readonly lexicons: Lexicons;
	readonly mentions: Mentions;
	readonly mentionIndex: MentionIndex;
	readonly edits: Edits;
	readonly sidecars: Sidecars;
	readonly annotations: Annotations;
	readonly parallel: Parallel;
	readonly vocabularies: Vocabularies;
	readonly comparisons: Comparisons;
	readonly git: Git;
	readonly authors: Authors;
}

export function createServices(context: ExtensionContext, platform: Platform): Services {
	const log = createLog();
	const guard = new Guard(log);
	const seeds = new SeedDocuments();
	const lexicons = new Lexicons(context.extensionUri);
	const edits = new Edits(new Copies(context.globalStorageUri, guard));
	const catalogues = new Catalogues(context.extensionUri, lexicons, edits, guard);
	const { version } = context.extension.packageJSON as { readonly version: string };
	const validFor = async () => `${version}/${digestVersion}/${await lexicons.version()}`;
	const seedCache = new SeedCache(context.storageUri, validFor, guard);
	const seedFiles = new SeedFiles(seeds, lexicons, seedCache, guard, log);
	const sidecars = new Sidecars(edits, guard);
	const mentions = new Mentions(seeds, catalogues, sidecars, guard);
	const mentionIndex = new MentionIndex(seeds, seedFiles, catalogues, mentions, sidecars, guard);
	const git = new Git();
	const annotations = new Annotations(seeds, sidecars, git, guard);
	const parallel = new Parallel(lexicons, seeds, seedFiles, sidecars);
	const comparisons = new Comparisons(parallel, catalogues);
	const authors = new Authors(git, platform);
	const vocabularies = new Vocabularies(guard, edits);
	const parts = {
		vocabularies,
		seeds,
		catalogues,
		mentions,
		mentionIndex,
		seedFiles,
		edits,
		sidecars,
		annotations,
		parallel,
	};
	const owned = Disposable.from(...Object.values(parts), log);
	const { extensionUri, workspaceState: memory } = context;
	return {
		...parts,
		extensionUri,
		memory,
		log,
		guard,
		lexicons,
		git,
		authors,
		comparisons,
		dispose: () => owned.dispose(),
	};
}
