// What can be done with notes and replies: written, said anew, taken back; each in the comment widget.
import { type CommentReply, Disposable, l10n, Uri } from 'vscode';
import { addReply, editReply, removeReply, setFields } from '../../../core/annotations/edits';
import { newId } from '../../../core/annotations/ids';
import { oneSentenceALine } from '../../../core/annotations/note';
import type { CommandName } from '../../commands';
import type { Placed } from '../../services/annotations';
import type { Services } from '../../services/services';
import { find, type Reference, referenceOf, subject } from './subject';
import { NoteComment, type NoteThreads, type Purpose } from './threads';

export function registerNotes(services: Services, threads: NoteThreads): Disposable {
	const { guard } = services;
	const show = (name: CommandName, purpose: Purpose) =>
		guard.command(name, async (given?: unknown) => {
			const placed = await subject(services, given);
			if (placed) await threads.show(placed, purpose);
		});
	const on = (name: CommandName, run: (comment: NoteComment) => unknown) =>
		guard.command(name, (given?: unknown) => (given instanceof NoteComment ? run(given) : undefined));
	return Disposable.from(
		show('glossator.annotation.showNotes', 'read'),
		show('glossator.annotation.editNote', 'note'),
		show('glossator.annotation.reply', 'reply'),
		on('glossator.note.edit', (comment) => threads.edit(comment)),
		on('glossator.note.cancel', (comment) => threads.done(comment)),
		on('glossator.note.save', async (comment) => {
			await save(services, comment);
			await threads.done(comment);
		}),
		on('glossator.note.delete', (comment) => erase(services, comment)),
		guard.command('glossator.note.reply', async (given: CommentReply) => {
			const reference = referenceOf(given.thread);
			if (reference) await reply(services, await find(services, reference), given.text);
		}),
	);
}

/** An empty note is no note; an empty reply stays as it was. */
async function save({ sidecars }: Services, comment: NoteComment): Promise<void> {
	const text = oneSentenceALine(comment.typed);
	const { reference, replyId } = comment;
	if (text === comment.text) return;
	if (replyId === undefined) await setNote(sidecars, reference, text);
	else if (text)
		await sidecars.edit(Uri.parse(reference.seed, true), l10n.t('Edit Reply'), (sidecar) =>
			editReply(sidecar, reference.id, replyId, { text }),
		);
}

async function erase({ sidecars }: Services, { reference, replyId }: NoteComment): Promise<void> {
	if (replyId === undefined) return setNote(sidecars, reference, '');
	await sidecars.edit(Uri.parse(reference.seed, true), l10n.t('Delete Reply'), (sidecar) =>
		removeReply(sidecar, reference.id, replyId),
	);
}

function setNote(sidecars: Services['sidecars'], reference: Reference, note: string): Promise<void> {
	return sidecars.edit(Uri.parse(reference.seed, true), l10n.t('Edit Note'), (sidecar) =>
		setFields(sidecar, reference.id, { note: note || undefined }),
	);
}

async function reply({ sidecars, authors }: Services, { seed, annotation }: Placed, said: string): Promise<void> {
	const text = oneSentenceALine(said);
	if (!text) return;
	const author = await authors.nameFor(seed);
	await sidecars.edit(seed, l10n.t('Reply'), (sidecar) => {
		const entry = sidecar.entries.find((one) => one.annotation.id === annotation.id);
		const id = newId(Math.random, new Set(entry?.annotation.replies.map((one) => one.id)));
		return addReply(sidecar, annotation.id, { id, ...(author && { author }), date: authors.today(), text });
	});
}
