// Roles of paragraphs, named.
import { l10n } from 'vscode';
import type { Role } from '../core/seed/model';

export function roleName(role: Role): string {
	switch (role) {
		case 'heading':
			return l10n.t('heading');
		case 'byline':
			return l10n.t('byline');
		case 'caption':
			return l10n.t('caption');
		case 'furniture':
			return l10n.t('furniture');
		case 'body':
			return l10n.t('body text');
	}
}
