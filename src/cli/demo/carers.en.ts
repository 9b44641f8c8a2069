import type { Words } from './bank.ts';

/** Written for the demo: no real person or service is in it. */
export const carersEn: Words = {
  day: {
    '': [
      'Up at six, pills, wash, breakfast, pills, shopping, pills, bed. You get used to it.',
      'Every day is different, that is the only thing I can say for certain.',
      "I pop in to my dad before work and after work. It's not much really.",
    ],
    'no-break': [
      'He wakes four or five times so I do. I have not slept through since a year last February.',
      'I shower with the door open so that I can hear her. That is my break, the shower.',
      'It is just me. My brother is in another country and sends a card.',
      'Twenty four hours. When she sleeps I do the washing and then she is awake again.',
    ],
    'worn-out': [
      'I love him but I am so tired that I cried because we ran out of milk.',
      'Everyone asks how mum is. Nobody has asked how I am since the spring.',
      'My friends stopped ringing because I always said no. I do not blame them.',
      'My own knee needs doing and I keep putting it off because who would lift him?',
    ],
    'money-tight': [
      'I went down to two days a week and then to none. We heat one room and live in it.',
      'The washing machine is on twice a day and the meter just spins.',
    ],
    'passed-around': [
      'Half of my day is on the phone. Press one, press three, hold, cut off, start again.',
      'Four different people came last month and every one asked me for her date of birth and her story.',
    ],
    'good-support': [
      'The Tuesday group is the one place where I do not have to explain. I would be lost without it.',
      'Our district nurse rings on a Friday just to see how the week went. It takes her two minutes and it holds me up for days.',
    ],
    'no-break worn-out': [
      'There is no day off and no evening off. I am sixty eight and I am lifting a man who is twelve stone.',
    ],
  },
  hard: {
    '': ['Watching him forget. Nobody can make that easier.', 'The waiting.'],
    'no-break': [
      'One afternoon a week, to know that somebody kind was there and I could sit in a park and not listen out.',
      'The nights. If there was a sitter even twice a month I think I could carry on.',
      'I cannot get to my own appointments because there is nobody to sit with my son.',
      'The day centre closed on Fridays and Friday was the day I worked.',
    ],
    'passed-around': [
      'Telling it all again. Write it down once, share it, ring me back when you say you will.',
      'The hospital says ask social services, they say ask the surgery, the surgery says ask the hospital.',
      'The form was thirty one pages and then they lost it.',
    ],
    'did-not-know': [
      'Finding out by accident. A woman in the queue at the chemist told me about the sitting service, not one professional had.',
      'I did it for six years before anyone used the word carer. I thought I was just his wife.',
    ],
    'money-tight': [
      'Taxis to the clinic, special food, pads that we run out of. I owe my sister money and that is the hardest thing.',
      'Giving up my job. It was not only the wages but it was the wages as well.',
    ],
    'worn-out': [
      'Being alone with it. Someone to say you are doing all right would be something.',
      'The worry at three in the morning about what happens to her when I am gone.',
    ],
    'good-support': [
      'It got easier the day they gave us the same carer every morning. Please do not change that, she is wonderful.',
    ],
  },
  asking: {
    'passed-around': [
      'I rang in May. They said someone would ring back. It is nearly winter.',
      'I was sent to three offices and the third sent me back to the first.',
      'They did an assessment and I never heard what came of it.',
    ],
    'good-support': [
      'A lady from the charity sat at my kitchen table for two hours and filled the form in with me. It changed everything.',
      'The doctor saw my face and not just my husband. She wrote one letter and we had the rail and the commode in a week.',
      'It went well, they listened, I had a call every month and I still do.',
    ],
    'money-tight': ['They told me what help would cost and that was the end of that conversation.'],
    'no-break': ['They offered me four hours every six weeks and then cancelled the first two.'],
    '': ['It was fine.', 'Nothing much happened'],
  },
  'why-not': {
    'did-not-know': [
      'I did not know you could ask. Ask who? For what?',
      'I thought it was only for people who live with the person. I live four doors down.',
      'If there was one number on the fridge that would help me to ask.',
    ],
    'worn-out': ['I have not got the energy to fight for it, that is the truth.'],
    '': ['We manage. Other people need it more.', 'She would not want strangers in, and I understand that.'],
  },
  you: {
    '': [
      'Swim. Just swim up and down and not be needed.',
      'Read a whole book in daylight.',
      'Go and see my granddaughter play football, she is in goal.',
      'Finish my college course, I had two modules left.',
      'Sing in a choir again.',
      'Sleep ha ha',
      'Sit in a cafe with a friend and not look at the clock.',
      'Get my hair done before my sons wedding.',
      'Dig the garden, it has gone wild and so have I.',
    ],
    'worn-out': ['I honestly cannot remember what I like doing. That is a sad thing to write down.'],
    'no-break': ['A weekend away. One. I have the bag packed in my head but there is nobody to take over.'],
  },
  'not-asked-you': {
    '': [
      'Ask the person being cared for as well. He has plenty to say.',
      'Ask what we are good at. I can lift, dress, argue, cook and do forms.',
      'I think you have asked the right things.',
      'What we are proud of. He is still at home. That is me.',
    ],
    'did-not-know': ['Ask how we found you. It should not be luck.'],
    'money-tight': ['Ask about money properly, people are ashamed to bring it up themselves.'],
    'worn-out': ['Ask carers how they are and then wait for the real answer.'],
  },
};
