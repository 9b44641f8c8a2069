// Nobody who speaks Urdu has read this through yet.
import type { ResidentKey } from './resident.ts';

/** Written from right to left. Numbers to call stay in Latin digits, as phones show them. */
export const urduTexts = {
  'resident.first':
    '{organisation}: {question} جتنا چاہیں لکھیں، {closes} تک۔ پیغامات خودکار ہیں؛ عملہ ہر جواب پڑھتا ہے، مگر فوراً نہیں۔ خطرے میں ہیں؟ 999 پر فون کریں۔ {price}رازداری: ہم اسے کیسے استعمال کرتے ہیں۔ روکنے کے لیے STOP۔',
  'resident.price': 'ٹیکسٹ کی عام قیمت۔',
  'resident.chooseLanguage': 'صرف اردو کے لیے اردو لکھ کر بھیجیں۔',
  'resident.languageSet': 'ہم آپ کو اردو میں لکھیں گے۔',

  'resident.numbered': '{number} {label}',
  'resident.yes': 'جی ہاں',
  'resident.no': 'جی نہیں',
  'resident.choiceHelp': 'معاف کیجیے، ہم سمجھ نہیں سکے۔ براہ کرم ان میں سے ایک جواب دیں۔',

  'resident.stopped':
    '{organisation}: ہم رک گئے ہیں۔ آپ کو ہماری طرف سے مزید پیغام نہیں ملے گا۔ واپس آنے کے لیے START لکھ کر بھیجیں۔',
  'resident.howToBack':
    '{organisation}: آپ نے ہمیں رکنے کو کہا تھا، اس لیے ہم جواب نہیں دیں گے۔ ہم نے آپ کی بات محفوظ رکھی ہے۔ واپس آنے کے لیے START لکھ کر بھیجیں۔',
  'resident.started':
    '{organisation}: دوبارہ خوش آمدید۔ آپ کو ہمارے پیغامات پھر ملیں گے۔ روکنے کے لیے STOP لکھ کر بھیجیں۔',
  'resident.alreadyStarted':
    '{organisation}: آپ کو ہمارے پیغامات پہلے سے مل رہے ہیں۔ روکنے کے لیے STOP لکھ کر بھیجیں۔',
  'resident.help':
    'خطرے میں ہیں؟ 999 پر فون کریں۔ ہم سے بات کرنے کے لیے شخص لکھ کر بھیجیں۔ یہ {organisation} ہے۔ ہم لوگوں کی رائے پوچھتے ہیں۔ پیغامات خودکار ہیں؛ عملہ ہر جواب پڑھتا ہے۔ تصدیق کے لیے ہماری ویب سائٹ پر دیے گئے نمبر پر فون کریں۔ رازداری: ہم اسے کیسے استعمال کرتے ہیں۔ LINK: دوسرا فون۔ روکنے کے لیے STOP۔',
  'resident.person':
    'شکریہ۔ {organisation} سے کوئی شخص آپ سے رابطہ کرے گا۔ ہم موجود ہیں: {cover}۔ خطرے میں ہیں؟ 999 پر فون کریں۔',

  'resident.afterwards': 'شکریہ۔ ہم نے یہ آپ کی پہلی بات میں شامل کر دیا ہے۔',
  'resident.closed':
    'یہ {closes} کو ختم ہو گیا۔ ہم نے آپ کی بات محفوظ رکھی ہے اور اس پر دیر سے آنے کا نشان لگایا ہے۔',
  'resident.notYetOpen': 'یہ {opens} کو شروع ہو گا۔ براہ کرم تب دوبارہ لکھیں۔',
  'resident.mediaAlone': 'شکریہ۔ اس میں ہم کس بات پر توجہ دیں؟',
  'resident.spokenAlone': 'شکریہ۔ ہم اسے سنیں گے۔',
  'resident.noPictures': 'ٹیکسٹ کے ذریعے ہمیں تصویریں نہیں ملتیں۔ براہ کرم الفاظ میں بتائیں۔',
  'resident.declineGroup':
    'ہم ایک وقت میں ایک ہی شخص سے بات کرتے ہیں، تاکہ آپ کی بات آپ ہی کی رہے۔ براہ کرم گروپ میں نہیں، الگ سے لکھیں۔',

  'resident.quoteIntro': 'آپ نے ہمیں بتایا: "{quote}"',
  'resident.topicIntro': 'آپ نے {month} میں ہمیں اس بارے میں لکھا: {topic}۔',
  'resident.did': 'ہم نے کیا: {text}',
  'resident.doing': 'ہم کر رہے ہیں: {text}',
  'resident.cannot': 'ہم نہیں کر سکتے، کیونکہ {text}',
  'resident.together': 'ہم نے مل کر یہ کیا: {text}',
  'resident.followUpAsk': 'جواب میں بتائیں کہ کیا یہ درست ہے۔ روکنے کے لیے STOP۔',
  'resident.followUpThanks': 'شکریہ۔ عملہ آپ کی بات پڑھے گا۔',

  'resident.signpost':
    'ہمیں بتانے کا شکریہ۔ اگر ابھی مدد چاہیے تو ہمارا انتظار نہ کریں:\n{lines}\nیہ خودکار جواب ہے۔ ممکن ہے کہ ہمارے آنے تک کوئی آپ کا پیغام نہ دیکھے: {cover}۔ ہم نے سوالات روک دیے ہیں۔ آپ پھر بھی ہمیں لکھ سکتے ہیں۔',
  'resident.held':
    'آپ نے جو لکھا وہ ہم نے محفوظ رکھا ہے۔ جب ہم موجود ہوں گے تو کوئی شخص پڑھے گا: {cover}۔ تب تک سوالات رکے ہوئے ہیں۔ خطرے میں ہیں؟ 999 پر فون کریں۔',

  'resident.finished': 'مکمل',
  'resident.skip': 'اسے چھوڑیں',

  'resident.later': 'کوئی جلدی نہیں۔ ہم {when} کو دوبارہ پوچھیں گے۔ آپ اس سے پہلے بھی لکھ سکتے ہیں۔',
  'resident.comeBack': '{organisation}: آپ نے ہمیں دوبارہ آنے کو کہا تھا۔',
  'resident.reminder':
    '{organisation}: کوئی جلدی نہیں، اور جواب دینا ضروری نہیں۔ بعد میں: کسی اور دن پوچھیں۔ روکنے کے لیے STOP۔',
  'resident.expired':
    '{organisation}: آپ کی طرف سے کچھ نہیں ملا، اس لیے ہم نے پوچھنا بند کر دیا ہے۔ آپ نے جو بتایا وہ محفوظ ہے۔ جاری رکھنے کے لیے START لکھ کر بھیجیں۔',
  'resident.which': 'شکریہ۔ یہ کس بارے میں ہے؟\n1 {question}\n2 جو ہم نے آپ کو {day} کو بتایا',
  'resident.questions': 'یہ ہمارے سوالات ہیں۔ آرام سے دیکھیں:\n{lines}',
  'resident.nothingBefore': 'یہ پہلا سوال ہے۔',
  'resident.nothingToSkip': 'چھوڑنے کے لیے کوئی سوال نہیں ہے۔',
  'resident.languages':
    'زبان بدلنے کے لیے ان میں سے ایک لکھ کر بھیجیں: {list}۔ آسان پیغامات کے لیے آسان الفاظ لکھ کر بھیجیں۔',
  'resident.notInThatLanguage': 'ہم یہاں اس زبان “غلط نمبر” لکھ سکتے۔',
  'resident.easySet': 'ہم آسان لکھیں گے۔ پہلے کی طرح کے لیے عام الفاظ لکھ کر بھیجیں۔',
  'resident.easyOff': 'ہم پہلے کی طرح لکھیں گے۔',
  'resident.who':
    '{organisation} کی طرف سے خودکار پیغامات۔ عملہ ہر جواب پڑھتا ہے۔ تصدیق کے لیے ہماری ویب سائٹ پر دیے گئے نمبر پر فون کریں۔',
  'resident.wrongNumber':
    'معذرت۔ ہم نے یہ نمبر اپنی فہرست سے نکال دیا ہے اور اس پر دوبارہ پیغام نہیں بھیجیں گے۔',

  'resident.statusNone': 'آپ نے ابھی تک کوئی جواب نہیں بھیجا۔',
  'resident.statusHeard':
    '{count, plural, one {آپ نے # جواب بھیجا ہے۔} other {آپ نے # جواب بھیجے ہیں۔}} {read, plural, =0 {عملے نے ابھی نہیں پڑھا۔} one {عملے نے اب تک # پڑھا ہے۔} other {عملے نے اب تک # پڑھے ہیں۔}}',
  'resident.statusNoOutcome': 'ابھی کوئی فیصلہ نہیں ہوا۔ ہم کب فیصلہ کریں گے: {when}۔',
  'resident.statusOutcome': 'آپ کی بات کے بارے میں: {text}',

  'resident.myData':
    '{since} سے ہمارے پاس ہے: {addresses, plural, one {آپ کا # نمبر یا اکاؤنٹ} other {آپ کے # نمبر یا اکاؤنٹ}}، {messages, plural, one {# پیغام} other {# پیغامات}} اور {answers, plural, one {# جواب} other {# جوابات}}۔ نتیجہ بتانا: {hearBack}۔ آپ کے الفاظ دکھانا: {quote}۔ {due} تک کوئی شخص آپ سے رابطہ کرے گا، تصدیق کرے گا کہ کون پوچھ رہا ہے، اور مکمل نقل دے گا۔',

  'resident.forgetAsk': 'کیا ہم وہ سب مٹا دیں جو آپ نے بتایا، اور آپ کا نمبر بھی؟ یہ واپس نہیں ہو سکتا۔',
  'resident.forgetYes': 'سب کچھ مٹا دیں',
  'resident.forgetNo': 'رہنے دیں',
  'resident.forgetKept': 'ہم نے سب کچھ محفوظ رکھا ہے۔',
  'resident.forgotten':
    'آپ نے جو بتایا وہ اور آپ کا نمبر ہم مٹا رہے ہیں۔ ہم یہ نہیں مٹا سکتے: {cannot}۔ ناموں کے بغیر اعداد اور نتائج باقی رہیں گے۔',
  'resident.cannotPhone': 'آپ کے اپنے فون کے پیغامات، اور جو آپ کا نیٹ ورک رکھتا ہے',
  'resident.cannotApp': 'آپ کی اپنی ایپ کے پیغامات، اور جو ایپ کا ادارہ رکھتا ہے',
  'resident.forgetByPerson': 'پہلے کسی شخص کو یہ دیکھنا ہو گا۔ ہم {due} تک بتائیں گے کہ ہم نے کیا مٹایا۔',

  'resident.noQuote': 'شکریہ۔ ہم آپ کے الفاظ دوسروں کو نہیں دکھائیں گے۔',
  'resident.noHearBack': 'شکریہ۔ جو کیا جائے گا اس کے بارے میں ہم آپ کو پیغام نہیں بھیجیں گے۔',
  'resident.changed': 'شکریہ۔ ہم نے وہ بدل دیا ہے۔',
  'resident.takenAsNo': 'ہم نے اسے انکار مانا ہے۔ ہم سے بات کرنے کے لیے شخص لکھ کر بھیجیں۔',
  'resident.goingOn':
    'ہم نے آپ کی بات محفوظ رکھی ہے اور آگے بڑھتے ہیں۔ ہم سے بات کرنے کے لیے شخص لکھ کر بھیجیں۔',

  'resident.inviteIntro': 'شکریہ۔ اگر آپ کسی کو جانتے ہیں تو یہ انہیں بھیج سکتے ہیں:',
  'resident.inviteTo':
    '{organisation} آپ کی رائے جاننا چاہتا ہے: {title}۔ {number} پر {keyword} لکھ کر بھیجیں۔',
  'resident.invite': '{organisation} آپ کی رائے جاننا چاہتا ہے: {title}۔ ہمیں لکھیں: {keyword}۔',
  'resident.preferNot': 'میں نہیں بتانا چاہتا یا چاہتی',

  'resident.child':
    'ہمیں لکھنے کا شکریہ۔ آپ کے لیے جواب دینا ضروری نہیں۔ یہاں کام کرنے والا کوئی بڑا اسے پڑھے گا۔ ہم اسے شائع نہیں کریں گے۔ اگر ہمیں آپ کی فکر ہوئی تو ہم دوسروں سے مدد مانگ سکتے ہیں۔ ابھی کسی سے بات کرنے کے لیے: Childline، 0800 1111۔ یہ مفت ہے۔ خطرے میں ہیں؟ 999 پر فون کریں۔',

  'resident.linkCode':
    '15 منٹ کے اندر اپنے دوسرے فون یا ایپ سے LINK {code} بھیجیں۔ تب ہمیں معلوم ہوگا کہ دونوں آپ کے ہیں۔ یہ کوڈ کسی اور کو نہ دیں۔',
  'resident.linkElsewhere': 'یہاں بھیج سکتے ہیں: {list}۔',
  'resident.linkJoined':
    'ہو گیا۔ اب دونوں جگہ آپ ہمارے لیے ایک ہی شخص ہیں۔ کسی ایک پر STOP دونوں کو روک دے گا۔',
  'resident.linkAlready': 'یہ دونوں پہلے ہی جڑے ہوئے ہیں۔ مزید کچھ کرنے کی ضرورت نہیں۔',
  'resident.linkOwn': 'یہ کوڈ اپنے دوسرے فون یا ایپ سے بھیجیں، اس سے نہیں۔',
  'resident.linkUnknown':
    'یہ کوڈ کام نہیں کرتا: شاید پرانا ہے یا استعمال ہو چکا ہے۔ نئے کوڈ کے لیے اپنے دوسرے فون یا ایپ سے LINK بھیجیں۔',
  'resident.linkStopped':
    'ہم انہیں جوڑ نہیں سکتے: ان میں سے ایک سے STOP کہا گیا ہے۔ واپس آنے کے لیے اس سے START بھیجیں، پھر LINK۔',
  'resident.linkByPerson': 'پہلے کسی شخص کو یہ دیکھنا ہوگا۔ ہم نے ان سے کہہ دیا ہے۔',
  'resident.linkTold':
    '{organisation}: آپ کے مانگے ہوئے کوڈ سے ایک اور فون یا ایپ اس کے ساتھ جوڑا گیا ہے۔ یہ آپ نہیں تھے؟ “غلط نمبر” لکھ کر بھیجیں: ہم اسے الگ کر کے رک جائیں گے۔',
  'resident.linkOffer':
    'چند ہفتوں بعد ہمیں یہ گفتگو دوبارہ نہیں ملے گی۔ جواب پانے کے لیے اپنا فون یا ایپ شامل کریں۔',
  'resident.statusNoAddress':
    'ہم یہاں نہیں بتا سکیں گے کہ کیا کیا گیا: تب یہ گفتگو نہیں رہے گی۔ فون یا ایپ شامل کرنے کے لیے LINK بھیجیں۔',
  'resident.didYouMean': 'آپ کا مطلب کون سا ہے؟ نمبر سے جواب دیں۔\n{lines}\n{number} کچھ اور: بس ہمیں بتائیں',
} satisfies Record<ResidentKey, string>;
