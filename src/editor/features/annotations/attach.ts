// Saying anew what passage an annotation is about: only a person's act does that.
import { l10n, type TextDocument } from 'vscode';
import { describe } from '../../../core/annotations/create';
import { setFields } from '../../../core/annotations/edits';
import type { Span } from '../../../core/text/span';
import type { Placed } from '../../services/annotations';
import { readBytes } from '../../services/files';
import { blobId } from '../../services/git';
import type { Services } from '../../services/services';

/** Rewrites quote, before, after and seen in one change. */
export async function attach(
	{ sidecars }: Services,
	placed: Placed,
	document: TextDocument,
	span: Span,
	label = l10n.t('Attach'),
): Promise<void> {
	const described = describe(document.getText(), span);
	const seen = await seenNow(document);
	await sidecars.edit(placed.seed, label, (sidecar) =>
		setFields(sidecar, placed.annotation.id, { ...described, ...(seen && { seen }) }),
	);
}

/** First 8 digits of the blob id git would give the seed as it is now. */
export async function seenNow(document: TextDocument): Promise<string | undefined> {
	const onDisk = document.isDirty ? undefined : await readBytes(document.uri);
	return (await blobId(onDisk ?? new TextEncoder().encode(document.getText())))?.slice(0, 8);
}
