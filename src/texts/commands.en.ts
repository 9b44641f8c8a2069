import type { CommandPhrases } from './command.ts';

/** The first of each list is the word that our own texts ask for. Only what is hardly ever a whole answer. */
export const englishCommands: CommandPhrases = {
  // Up to "opt out" they are the SMS provider's own, which acts on them before we see them. So are START and HELP.
  stop: `
    stop | stopall | stop all | unsubscribe | cancel | end | quit | revoke | optout | opt out
    un subscribe | unsubscribe me | opt me out | stop stop | stop stop stop
    remove me | take me off | take my number off | count me out | i opt out | opting out | i'm opting out | s t o p
    i said stop | just stop | ok stop | stop not interested | not interested | i'm not interested | i am not interested
    how do i stop | how do i stop this | how do i stop these texts | how do i unsubscribe | how do i opt out
    i don't want to take part | i don't want to take part any more | i don't want to take part anymore
    i don't want to be part of this | i don't want to do this | i don't want to do this any more
    i don't want to do this anymore | end conversation | end this conversation | end chat | end this chat
    stop this conversation | stop this chat | stop this service | stop this survey | stop the survey
    cancel my subscription | cancel subscription`,
  start: `
    start | unstop | restart | resume | start again please | start texting me | start texting me again
    start messaging me again | i want to start again | opt in | opt me in | opt me back in | subscribe`,
  help: `
    help | info | help me | i need help | i need some help | can you help | can you help me | could you help me
    how does this work | how do i use this | what do i do | what should i do | what do i do now | commands
    what can i text | what can i write | i don't understand | i do not understand | i don't understand the question
    i don't get it | what do you mean | hows this work`,
  privacy: `
    privacy | privacy notice | privacy policy | privacy statement | data protection | gdpr | my privacy
    how do you use my data | how do you use my information | how do you use this | how is my data used
    how will you use my data | how will you use this | how will my data be used | how will my answers be used
    what do you do with my data | what will you do with my data | what happens to my data
    what do you do with my answers | what will you do with my answers | what happens with my data
    what do you do with this information | what will you do with this | what do you do with this
    is this confidential | is it confidential | is this private | is it private | is this anonymous
    is it anonymous | will this be anonymous | will i be anonymous | am i anonymous | are my answers anonymous
    are my answers confidential | who sees this | who can see this | who will see this | who sees my answers
    who can see my answers | who reads this | who will read this | who will see my answers
    how did you get my number | where did you get my number | who gave you my number | how do you have my number
    how have you got my number | where did you get my number from`,
  person: `
    person | human | a person | real person | a real person | a human | human please | operator
    is there a person i can talk to | is there someone i can talk to | is there anyone i can talk to
    i want a person | i want a human | i want a real person | give me a person | let me talk to a person
    can someone call me | can someone ring me | can someone phone me | call me | ring me | phone me
    can someone call me back | can you call me | can you ring me
    can you phone me | call me back | ring me back | phone me back | i withdraw my consent
    i want to complain | i want to make a complaint | how do i complain
    is there a human | is there a person | i want to talk | i need to talk | can we talk | can i talk | who can i talk to
    who can i speak to | who do i speak to | who do i talk to | can i ring you | can i call you | can i phone you
    what is your number | what's your number | what is your phone number`,
  who: `
    who | who is this | who's this | who is it | who are you | who r u | who dis | who is that | who's that
    who is texting me | who are you please | who is messaging me | who sent this | who's texting | who you
    and who are you | sorry who is this | hello who is this | hi who is this | who am i talking to | who is asking
    who is speaking | what is this | what's this | what is this about | what's this about | what are these texts
    is this a scam | is it a scam | is this scam | scam | is this spam | is this real | is this genuine
    is this legit | is this for real | are you real | are you genuine | are you legit | are you a scammer
    is this the council | is this really the council | are you really the council | are you the council
    is this from the council | are you a bot | are you a robot | is this a bot | is this a robot | r u a bot
    are you a person | are you a real person | are you human | are you ai | is this ai | is this automated
    is this automatic | am i talking to a bot | am i talking to a robot | am i talking to a person
    am i talking to a human | is this a real person | are you a machine | is this a computer | are you a computer
    how do i know this is real | how do i know this is you | how do i know it's you | how do i know you are real
    who's asking | is it a real person | how do i know this isn't a scam | how do i know it's not a scam
    how do i know this is not a scam | what is hearback | what's hearback | who runs this | who's behind this
    who is behind this | who am i speaking with | who am i speaking to | is this chatgpt | are you chatgpt`,
  wrongNumber: `
    wrong number | wrong person | wrong phone | wrong number mate | wrong number pal | wrong phone number
    not me | that's not me | this isn't me | that isn't me | this is not me | it's not me | it isn't me
    not my name | this is the wrong number | this is a wrong number | that's the wrong number | it's the wrong number
    this is the wrong person | you want someone else | you want somebody else | you're texting the wrong person
    you are texting the wrong number | you're texting the wrong number | you are messaging the wrong person
    you have texted the wrong person | you have texted the wrong number | you've texted the wrong number
    i've just got this number | i have just got this number
    i only just got this number | this number is mine now | this is my number now | this number has changed hands
    i'm not who you think i am | i'm not the person you want | i am not the person you want
    i'm not the person you're looking for | i am not the person you are looking for | i don't know who you want
    not my number | wrong no | wrong num | not the right person | not the right number | who wrong number
    you have mistaken me for someone else | this number is no longer his | this number is no longer hers
    no longer her number | no longer his number`,
  later: `
    later | not now | not today | maybe later | maybe tomorrow | not right now
    remind me | ask me later | i'm busy | i'm busy now | i'm busy at the moment | i am busy | busy now
    busy at the moment | not a good time | now is not a good time | it's not a good time
    i'm at work | i am at work | at work now | i'll do it later | i will do it later | i'll answer later
    i'll reply later | i'll get back to you | i will get back to you | i'll get back to you later
    i'll come back to this | i'll come back to it | can i do this later | can i do it later | can this wait
    can i answer later | can i answer tomorrow | i'll do it tomorrow | i'll answer tomorrow | i'll reply tomorrow
    i need time to think | i need to think | i need to think about it | let me think | let me think about it
    i'll think about it | give me a few days | can i have more time
    tomorrow please | next week please | not at the moment | do it later | speak later | can't talk now
    can't talk right now | can't talk | i can't talk | i'm busy rn | give me a day | give me a week | in a bit | in a minute
    brb | leave it till tomorrow | leave it until tomorrow | leave it till next week | leave it until next week`,
  questions: `
    questions | all questions | all the questions | the questions | list questions | show questions | questions first
    send questions | send the questions | send me the questions | send me all the questions | send all the questions
    send me your questions | show me the questions | show me all the questions | show me your questions
    can i see the questions | can i see the questions first | can i see all the questions
    can i have the questions | can i get the questions | can you send me the questions | can you send the questions
    can you send me all the questions | could you send me the questions | could i see the questions first
    i want to see the questions | i'd like to see the questions | i would like to see the questions
    i want to see all the questions | i want the questions first | let me see the questions
    what are the questions | what are your questions | what are all the questions | what will you ask
    what will you ask me | what are you going to ask | what are you going to ask me | what else will you ask
    how many questions | how many questions are there | how many more questions
    how many questions are left
    what questions | what questions are there | what will you be asking | what will you be asking me`,
  skip: `
    skip | skip it | skip this | skip this one | skip this question | skip the question | skip question | skip that
    pass | next | next question | next one | the next question | move on | let's move on | can we move on
    can i skip | can i skip this | can i skip it | can i skip this one | can i skip this question | i want to skip
    i want to skip this | i'd like to skip this | i'll skip this | i'll skip this one | i'll skip that one | i'll pass
    go to the next question | go to next question | give me the next question | ask me something else
    ask me another | ask another question | ask me another question | ask me a different question
    different question | another question please | i don't want to answer | i don't want to answer that
    i don't want to answer this | i don't want to answer this question | i don't want to answer that question
    i'd rather not answer | i would rather not answer | i'd rather not answer that | i'd rather not answer this
    i prefer not to answer | prefer not to answer | rather not answer | i can't answer that | i can't answer this
    i won't answer that | i won't answer this | leave this one | leave this question | miss this one
    i'll skip | i pass | can i pass | next q | skip q`,
  back: `
    back | go back | go back one | back one | back please | previous | previous question | the previous question
    go back to the last question | go back to the previous question | go back to the question before
    go back a question | go back one question | can i go back | can we go back | can you go back | take me back
    back to the last question | back to the previous question | back to the question before | question before
    the question before | ask me the last question again | i want to go back
    i'd like to go back | i want to change my last answer | i want to change my answer | change my answer
    change my last answer | can i change my answer | can i change my last answer | let me change my answer
    i want to change what i said | i'd like to change my answer | ask me that again | ask that again
    previous one | undo | let me redo that | can i redo that`,
  status: `
    status | any news | any news yet | is there any news | any update | any updates
    any progress | is there an update | is there any update | what's happening | what is happening | what's the news
    what happened | what's happened | what has happened | what happened next | what happens now | what happens next
    what's happening now | what's going on | where are we up to | so what happened
    what happened to what i said | what's happened to what i said | what has happened to what i said
    what's happening with what i said | what is happening with what i said | what happened with what i said
    what happened to my answer | what happened to my answers | what happened to my message
    what happened to my messages | what happened to my feedback | what happened to my comments
    what's happening with my answer | what's happening with my feedback | what is happening with my feedback
    what did you do | what have you done | what did you do about it | what have you done about it
    what did you do about what i said | what have you done about what i said | what did you do with what i said
    what have you done with what i said | what did you do with my answer | what have you done with my feedback
    did you do anything | have you done anything | did anything happen | has anything happened | has anything changed
    did anything change | did you get my message | did you get my messages | did you get my answer
    did you get my answers | did you read it | did you read my answer | has anyone read it | has anyone read this
    has anyone read my answer | has anyone read what i said | did anyone read it | did anyone read my answer
    have you read it | have you read my answer | have you decided | has it been decided | what was decided
    what did you decide | what have you decided | is there a decision | when will you decide | when will i hear
    when will i hear back | when will i know | when do i hear back | so what happens now
    what's been done | what has been done | what has been done about it | what's been done about it
    have you done anything yet | has anything happened yet | what's the latest | what is the latest
    did anything come of it | what came of it | status update | is anything happening | what's the update
    any progress on this | any news on this | any update on this`,
  myData: `
    my data | my information | my info | my details | show my data | show me my data | see my data | send my data
    sar | dsar | subject access | subject access request | data request | access request | access my data
    right of access | download my data | get my data | data subject access request`,
  forgetMe: `
    forget me | forget about me | please forget me | forget everything about me | forget what i said
    forget what i told you | forget everything i said | forget everything i told you
    delete me | delete my data | erase me | erase my data | remove my data | right to be forgotten
    right to erasure | erasure | erasure request | deletion request | data deletion | delete account
    delete my account | i want to be forgotten | i'd like to be forgotten
    i would like to be forgotten`,
  language: `
    language | languages | change language | change the language | change my language
    what languages | which languages | what languages do you have | which languages do you have
    what languages do you speak | which languages do you speak | what languages can i use
    do you speak another language | can i change language | can i change the language
    can i have another language | can i use another language | can i write in another language
    can i answer in another language | can i answer in my own language | i want another language
    i don't speak english | i do not speak english
    `,
  english: `
    english | in english | english only | just english | only english | english language | write in english
    write to me in english | text me in english | speak english | can i have english | can i have this in english
    can i have it in english | do you speak english | change to english | switch to english | english version
    i want english | i don't speak welsh | i don't understand welsh | i can't read welsh`,
  cymraeg: `
    welsh | in welsh | welsh only | just welsh | only welsh | welsh language | write in welsh | write to me in welsh
    text me in welsh | can i have welsh | can i have this in welsh | can i have it in welsh | do you speak welsh
    change to welsh | switch to welsh | welsh version | i want welsh | i want this in welsh`,
  polski: `
    polish | in polish | polish language | write in polish | write to me in polish | do you speak polish
    can i have polish | can i have this in polish | change to polish | switch to polish`,
  romana: `
    romanian | in romanian | romanian language | write in romanian | write to me in romanian | do you speak romanian
    can i have romanian | can i have this in romanian | change to romanian | switch to romanian`,
  bangla: `
    bengali | bangla | in bengali | in bangla | bengali language | write in bengali | write to me in bengali
    do you speak bengali | do you speak bangla | can i have bengali | can i have this in bengali
    change to bengali | switch to bengali | sylheti`,
  urdu: `
    urdu | in urdu | urdu language | write in urdu | write to me in urdu | do you speak urdu | can i have urdu
    can i have this in urdu | change to urdu | switch to urdu`,
  easyRead: `
    easy read | easyread | easy reading | easier read | easy words | easier words | simple words | simpler words
    short words | shorter words | simple english | easy english | plain english | simpler please | easier please
    make it simple | make it simpler | make it easier | make this simpler | use simple words | use simpler words
    use easy words | use easier words | use shorter words | in simple words | in easy words | say it simply
    can you make it simpler | can you use simpler words | can you use easier words | can i have easy read
    can i have it in easy read | i want easy read | i need easy read
    the words are too hard | your words are too hard | i don't understand the words
    
    change to easy read | switch to easy read | can you write simpler | write simpler | simple please`,
  plain: `
    plain | no easy read | stop easy read | not easy read | end easy read | easy read off | normal words
    ordinary words | plain words | usual words | longer words`,
  noQuote: `
    don't quote me | don't quote | not to be quoted | stop quoting me | don't quote me on that
    don't quote me on this | off the record | this is off the record | that's off the record | unquote me
    no quoting | don't share this | don't publish this | don't quote this | don't put this online`,
  noHearBack: `
    don't update me | don't follow up | stop the updates | stop updates
    stop sending updates | stop sending me updates | stop the follow ups
    no follow ups please | no updates please`,
  link: `
    link | link me | link phone | link phones | link my phone | link my phones | link my number | link my numbers
    link my account | link my accounts | link my other phone | link another phone | link another number | link number
    link both | link them | link code | new link | link please | join my phones | join my numbers | connect my phone
    connect my phones | connect my number | add my phone | add my number | add another phone | add another number
    same person | i'm the same person | i am the same person | we are the same person | it's the same person
    i also use whatsapp | i also use telegram | i also use teams | i also text you | i use whatsapp too
    i use telegram too | i also use another phone | i also use another number | i also have another phone
    i also have another number`,
};
