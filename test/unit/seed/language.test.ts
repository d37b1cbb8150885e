import assert from 'node:assert/strict';
import { detectLanguage, voteLanguage } from '../../../src/core/seed/language';
import type { Language } from '../../../src/core/seed/model';

const samples: [Language, string][] = [
	['ru', 'Министры договорились построить новую дорогу через перевал и открыть её до конца следующего года.'],
	['en', 'The ministers agreed to build a new road over the pass and to open it before the end of next year.'],
	['az', 'Nazirlər aşırımdan keçən yeni yol çəkmək və onu gələn ilin sonuna qədər açmaq barədə razılığa gəliblər.'],
	['uz', 'Vazirlar dovon orqali yangi yo‘l qurish va uni kelgusi yil oxirigacha ochish haqida kelishib oldilar.'],
	['uz', 'Вазирлар довон орқали янги йўл қуриш ва уни келгуси йил охиригача очиш ҳақида келишиб олдилар.'],
	['kk', 'Министрлер асу арқылы жаңа жол салып, оны келесі жылдың соңына дейін ашу туралы келісті.'],
	['ky', 'Министрлер ашуу аркылуу жаңы жол куруп, аны кийинки жылдын аягына чейин ачуу жөнүндө макулдашышты.'],
	['tg', 'Вазирон дар бораи сохтани роҳи нав аз ағба ва кушодани он то охири соли оянда мувофиқат карданд.'],
	['tk', 'Ministrler geçelgeden täze ýol gurmak we ony indiki ýylyň ahyryna çenli açmak barada ylalaşdylar.'],
	['tr', 'Bakanlar geçitten yeni bir yol yapılması ve yolun gelecek yılın sonuna kadar açılması konusunda anlaştı.'],
];

const others: [string, string][] = [
	[
		'German',
		'Die Minister haben vereinbart, eine neue Straße über den Pass zu bauen und sie bis Ende des Jahres zu öffnen.',
	],
	[
		'French',
		'Les ministres ont décidé de construire une nouvelle route par le col et de l’ouvrir avant la fin de l’année.',
	],
	[
		'Spanish',
		'Los ministros acordaron construir una nueva carretera por el paso y abrirla antes de que termine el año.',
	],
	['Ukrainian', 'Міністри домовилися збудувати нову дорогу через перевал і відкрити її до кінця наступного року.'],
	[
		'Bulgarian',
		'Министрите се договориха да построят нов път през прохода и да го отворят до края на следващата година.',
	],
	['Persian', 'وزیران توافق کردند که جاده‌ای تازه از گردنه بسازند و آن را تا پایان سال آینده باز کنند.'],
	['Georgian', 'მინისტრები შეთანხმდნენ ახალი გზის მშენებლობაზე და მის გახსნაზე მომავალი წლის ბოლომდე.'],
	['Chinese', '部长们同意修建一条穿越山口的新路，并在明年年底前通车。'],
];

describe('detectLanguage', () => {
	for (const [language, text] of samples)
		it(`knows ${language}: ${text.slice(0, 20)}…`, () => {
			assert.equal(detectLanguage(text), language);
			assert.equal(detectLanguage(text.normalize('NFD')), language, 'decomposed');
			assert.equal(detectLanguage(text.toUpperCase()), language, 'in capitals');
		});

	it('claims no other language for one of the nine', () => {
		for (const [name, text] of others) assert.equal(detectLanguage(text), 'unknown', name);
	});

	it('knows texts typed without the letters a keyboard lacks', () => {
		assert.equal(
			detectLanguage('Nazirler yeni yol cekmek ve onu gelen ilin sonuna qeder acmaq haqqinda raziliga gelib.'),
			'az',
		);
		assert.equal(
			detectLanguage('Bakanlar yeni bir yol yapilmasi ve gelecek yil icin acilmasi konusunda anlasti.'),
			'tr',
		);
		assert.equal(
			detectLanguage("Vazirlar yangi yo'l qurish va uni kelgusi yil oxirigacha ochish haqida kelishib oldilar."),
			'uz',
		);
	});

	it('says nothing where there is nothing to tell by', () => {
		for (const text of ['', '2024', '***', 'https', '\0\ud800']) assert.equal(detectLanguage(text), 'unknown', text);
	});

	it('takes a foreign name in its stride', () => {
		const text = 'Канцлер принял в Берлине главу концерна Müller & Söhne и обсудил с ним строительство завода.';
		assert.equal(detectLanguage(text), 'ru');
	});
});

describe('voteLanguage', () => {
	it('goes by length, and by what is known', () => {
		assert.equal(voteLanguage(['aaaa', 'b', 'c', 'dddddd'], ['ru', 'en', 'en', 'unknown']), 'ru');
		assert.equal(voteLanguage(['aaaa'], ['unknown']), 'unknown');
		assert.equal(voteLanguage([], []), 'unknown');
	});
});
