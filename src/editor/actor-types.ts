// The types of actors as the editor names and pictures them.
import { l10n } from 'vscode';
import type { ActorType } from '../core/actors/model';

export const typeIcons: Readonly<Record<ActorType, string>> = {
	person: '$(person)',
	organisation: '$(organization)',
	state: '$(globe)',
	place: '$(location)',
	format: '$(comment-discussion)',
	event: '$(calendar)',
	media: '$(broadcast)',
};

export function typeName(type: ActorType): string {
	switch (type) {
		case 'person':
			return l10n.t('person');
		case 'organisation':
			return l10n.t('organisation');
		case 'state':
			return l10n.t('state');
		case 'place':
			return l10n.t('place');
		case 'format':
			return l10n.t('format of talks');
		case 'event':
			return l10n.t('event');
		case 'media':
			return l10n.t('media');
	}
}

export function typesName(type: ActorType): string {
	switch (type) {
		case 'person':
			return l10n.t('Persons');
		case 'organisation':
			return l10n.t('Organisations');
		case 'state':
			return l10n.t('States');
		case 'place':
			return l10n.t('Places');
		case 'format':
			return l10n.t('Formats of Talks');
		case 'event':
			return l10n.t('Events');
		case 'media':
			return l10n.t('Media');
	}
}
