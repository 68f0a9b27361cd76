// What no member may write in a room while their cooperative says nothing else: insults, slurs, and the terms that
// gambling adverts are made of. Words that also have an everyday meaning (anjing, babi, banci, "judi online", which members
// learn to beware of) are left out: a cooperative adds them if it must.

const INDONESIAN = [
  ...['asu', 'bajingan', 'bangsat', 'bego', 'brengsek', 'cukimai', 'goblok', 'jancok', 'jancuk', 'kampret', 'keparat'],
  ...['kontol', 'lonte', 'memek', 'ngentot', 'ngewe', 'pantek', 'pepek', 'perek', 'pukimak', 'tolol', 'jablay'],
];

const ENGLISH = [
  ...['asshole', 'bastard', 'bitch', 'bullshit', 'cunt', 'dickhead', 'faggot', 'fuck', 'fucker', 'fucking'],
  ...['motherfucker', 'nigga', 'nigger', 'retard', 'shit', 'slut', 'twat', 'wanker', 'whore'],
];

const GAMBLING = [
  ...['slot gacor', 'link gacor', 'gacor hari ini', 'situs slot', 'bocoran slot', 'rtp slot', 'rtp live', 'maxwin'],
  ...['bandar togel', 'agen togel', 'situs togel', 'bandarqq', 'dominoqq', 'pokerqq', 'sbobet', 'bonus new member'],
];

export const USUAL_WORDS: readonly string[] = [...INDONESIAN, ...ENGLISH, ...GAMBLING];
