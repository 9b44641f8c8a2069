import type { Words } from './bank.ts';

/** Written for the demo: no real place, person or shop is in it. */
export const highStreetEn: Words = {
  now: {
    '': [
      'It does the job.',
      "It's alright I suppose. I go for bread and come home again.",
      'I was born here so I am probably not the one to ask, I like it.',
      "Depends on the day. Saturdays yes, Mondays it's dead.",
    ],
    'feels-unsafe': [
      'Fine in the day. After dark I take the long way round because the passage by the old bank has no light that works.',
      'I finish at ten and the walk to the bus stop with my keys in my hand is the worst bit of my day.',
      'My daughter is fifteen and I meet her off the bus now, there are men drinking on the steps most evenings.',
      'I get called things when I go past the bookmakers. I keep my head down and walk faster.',
      'Half the street lights by the church have been out since the clocks changed, you cannot see who is coming.',
      "I don't take my mother down there after four in winter. She gets frightened and so do I if I am honest.",
    ],
    'empty-shops': [
      'It makes me sad. Every time I walk down there is another one boarded up.',
      'Eleven empty shops between the chapel and the bridge. I counted them last week with my grandson.',
      'The old department store has been empty since before my youngest was born and she is at secondary school.',
      'Looks like a mouth with half its teeth out.',
      'Boards, posters peeling off the boards, pigeons nesting behind the boards.',
    ],
    'same-shops': [
      'Vapes, nails, bookies, barbers. If you want a school shirt you need a car.',
      'I used to do all my shopping there. Now I could not buy a saucepan or a birthday present if I tried.',
      'Nothing there for anyone under twenty or over seventy really.',
      "Once you've been to the post office there's no reason to stop.",
      'Four charity shops and I have nothing against them but where do I buy socks',
    ],
    'hard-to-get-about': [
      'I use a powerchair. There are two dropped kerbs on the whole street and one of them has a bin in front of it.',
      'With a double buggy I am in the road half the time because of the vans on the pavement.',
      'I am partially sighted and the A boards move every day, so I never know the way even though I know the way.',
      'Slabs up and down like piano keys. I went over in March and broke my wrist.',
      'The green man gives you about six seconds and I need about twenty.',
    ],
    'buses-let-down': [
      'I would go more if I could get home again. Last one back is 17.25.',
      'The bus is every two hours when it comes and last Tuesday it did not come.',
      'Since they took the estate off the route I only get down there when my neighbour is driving.',
      'It costs me £5.40 return for two miles so I go once a fortnight.',
    ],
    'parking-puts-off': [
      'By the time you have found a space and fought with the machine you could have ordered it online.',
      'I have a blue badge and there are three bays. Never once this year have I found one free.',
      "An hour isn't long enough to get your hair cut and have a cuppa, so I don't have the cuppa.",
    ],
    dirty: [
      'Gum, chips and pigeon mess. I wipe the bench with a tissue before I sit on it.',
      'The bins are full by Saturday lunch and nobody comes until Monday, so the gulls have everything all over the road.',
      'Weeds growing out of the gutters above the shops, you could keep goats up there.',
      'It smells. Sorry but it does, round by the taxi rank on a Sunday morning it really does.',
      'It has got scruffy. Fly posters, dog mess, the clock stopped at ten to three since I dont know when.',
    ],
    'dirty nowhere-to-be': [
      'There is one bench left and you would not sit on it.',
      'They shut the toilets and now people go in the doorways. What did anyone think would happen?',
    ],
    'nowhere-to-be': [
      'I need a toilet every hour, so I have an hour. That is what the high street is for me, one hour.',
      'We sit on the wall outside the chip shop because there is nowhere else and then get moved on for sitting on the wall.',
      "Everything you do there costs money. There's no place to just be.",
      'There used to be a big tree with seats all round it. Now it is paving and in July you could fry an egg on it.',
    ],
    'people-make-it': [
      'I love it. I go for a loaf and it takes an hour and a half because I meet everyone.',
      'The lady in the wool shop noticed when I had not been in for two weeks and sent her husband round with soup.',
      'Market day is still a proper day out, you hear Welsh and English and Polish and everybody moaning in all three.',
      'We moved here four years ago and the greengrocer knew our names by the second Saturday.',
    ],
    'people-make-it empty-shops': [
      'The people are lovely and the buildings are lovely if you look up. It is just at eye level that it has died.',
    ],
    'feels-unsafe nowhere-to-be': [
      "We're not doing anything wrong, there's just nowhere to go, but people cross the road when they see us lot and then the older lads start on us.",
    ],
  },
  change: {
    '': [
      'Not sure there is one thing.',
      'Make it like it was.',
      "I'd leave it alone. Not everything has to change.",
    ],
    'feels-unsafe': [
      'Fix the lights in the passage behind the bank. I would walk home then instead of paying for a taxi.',
      'Somebody in a uniform, not police necessarily, just someone about between the pubs closing and the last bus.',
      'Cut back the big hedge by the subway steps so you can see who is standing there.',
      'Light up the taxi rank and put the camera back. My lad was pushed about there and nobody saw a thing.',
    ],
    'empty-shops': [
      'Let the potters and the lady who mends clothes use the empty ones cheap till someone rents them.',
      'Make whoever owns the old cinema do something with it or hand it over.',
      'Even just paint the boards. Let the school do it. Anything but grey plywood.',
      'Turn the upstairs into flats. There are people on the list for years and all those rooms with pigeons in.',
    ],
    'same-shops': [
      'A proper ironmonger and somewhere for shoes. I am not asking for the moon.',
      'No more vape shops please, we have six and I counted.',
      'Something open after five o clock that is not a pub or a takeaway.',
    ],
    'hard-to-get-about': [
      'Dropped kerbs on both sides of every crossing. If it is only on one side you are stuck in the road looking at a kerb.',
      'Keep vans off the pavement between ten and four, because wheelchairs and prams have no other place to go.',
      'Widen the pavement by the butchers. Two people cannot pass and one of them always has a pram.',
      'Make the crossing by the clock longer. My husband has Parkinsons and gets hooted at every single time.',
    ],
    'buses-let-down': [
      'One later bus. Just one, at nine, so I could go to a class or have tea with my sister.',
      'Put the timetable back in the shelter. Not everyone has it on their phone.',
      'Bring back the little bus round the estate. It was full of people over eighty and that was our social life as well.',
    ],
    'parking-puts-off': [
      'First half hour free so that people can nip in. The bakery would notice the difference in a week.',
      'More blue badge bays near the surgery, and somebody to check them.',
      'A machine that takes coins. My father will not pay by phone and he has stopped coming.',
    ],
    dirty: [
      'Empty the bins on a Sunday. That is it, that is my whole wish.',
      'Wash the pavements outside the takeaways, it is like walking on flypaper.',
      'Bigger bins with lids because of the gulls, and someone to pick up on a Saturday night as well as Monday morning.',
    ],
    'nowhere-to-be': [
      'Toilets. Clean ones, open ones, with a changing place for grown ups as well as babies.',
      'Benches with backs and arms every hundred yards so that you can get from one end to the other in stages.',
      'Trees! Shade and something to look at, and it would be cooler for the babies in summer.',
      'A place for us to go when it is raining where you do not have to buy something. Table tennis, plugs, whatever.',
    ],
    'not-listened-to': [
      'I would change how you ask. We filled in forms for the last plan and it went in a drawer.',
      'Do the things from the last survey first, then ask me again.',
    ],
  },
  keep: {
    '': ['Nothing comes to mind', 'Cant think of anything sorry', 'The cash machine that does not charge.'],
    'people-make-it': [
      'The Thursday market. If that goes the town goes.',
      'The butcher and his terrible jokes.',
      'The library, because the librarian taught me to use email at seventy nine and now I can write to my grandchildren.',
      'Our chip shop. My parents had their first date there and so did I, not the same night.',
      'The little hardware man who sells you one screw if one screw is what you need.',
      'Hearing Welsh in the queue at the bakery. My children notice that it is not only for school.',
      'The old clock and the arcade with the glass roof, even with the buckets under it.',
      'The cafe that does the community lunch on Wednesdays. I have made three friends there since my wife died.',
      'The carnival. I know it is only one day but it is the day that everybody comes.',
      'The repair table in the chapel hall, they fixed my radio and would not take a penny.',
    ],
    'nowhere-to-be': [
      'The bit of grass behind the church. It is the only place you can sit without paying and it has one bench.',
      'The seats outside the library, please dont take those as well, it is where I get my breath back.',
    ],
    'buses-let-down': [
      'The 10.15 bus. It is the only one that is ever on time so naturally I worry about it.',
    ],
  },
  journey: {
    '': [
      'Easy, I live over the shop.',
      'No problem at all, five minutes walk.',
      'I cycle, it is flat, it takes me six minutes. Somewhere to lock up would be nice.',
    ],
    'hard-to-get-about': [
      'The pavement on the hill is so narrow I have to fold my walker to let people by, and then I have nothing to hold.',
      'Cars parked on the pavement all down one side. I have to take my two into the road to get past.',
      'No crossing between the surgery and the chemist. Who thought of that? Everyone crosses there because they have to.',
      'Cobbles look lovely and they shake my spine to bits. One smooth strip down the side would do it.',
      'Roadworks signs dumped on the pavement for weeks after the roadworks went. My dog guides me round but it is not fair on him.',
    ],
    'buses-let-down': [
      'Bus down is fine, bus back is a lottery. I have sat in that shelter for an hour and ten minutes.',
      'Nothing on a Sunday at all, so my son cannot take the Sunday shifts he is offered.',
      'Driver was kind but the ramp was broken again so he had to leave me there. Third time since summer.',
      'Two buses and a wait, nearly an hour for what is nine minutes in a car.',
    ],
    'parking-puts-off': [
      'Round and round the car park behind the shops, then the app does not work, then a fine comes anyway.',
      'I can only walk a little way, and the nearest spaces have been given to the loading bay.',
      'Parking went up to £2.20. I timed it, I pay more to park than I do for the bread.',
    ],
    'feels-unsafe': [
      'Easy in the day. I will not use the underpass at night, so then it is a taxi or stay in.',
      'Getting there fine, waiting at the stop in the dark on my own not fine.',
    ],
    dirty: ['The subway floods and stinks. You pick your way through on the bricks somebody has put down.'],
  },
  'kept-away': {
    'same-shops': [
      'I have not been since the shoe shop shut. Give me a reason and I will come back.',
      'Everything I need is at the retail park, and it is dry and there is a toilet.',
    ],
    'feels-unsafe': [
      'I was followed once, two winters ago. I would come back if there were people about and lights on.',
    ],
    'buses-let-down': ['They stopped the bus. I am 81 and I do not drive. That is what keeps me away.'],
    'nowhere-to-be': ['I have Crohns. No toilets means no town, it is that simple.'],
    'not-listened-to': ['I gave up on it when the last big plan came to nothing.'],
    '': ['I work shifts. When I am awake it is shut.'],
  },
  missing: {
    '': [
      'The farmers. Come to the mart on a Tuesday and ask them there.',
      'Teenagers. Nobody asks them and they are the ones who are there every day.',
      'People without a phone, like my aunt. Knock on doors or ask the milkman.',
      'The night staff at the care home and the bakers who start at three in the morning.',
      'Deaf people. We have a club on Mondays above the library, bring an interpreter.',
      'The families in the flats who have just come here. Ask at the school gate, not on paper.',
      'Men on their own. Try the allotments and the barber.',
      'Learning disability groups, they go everywhere together and know every kerb. Use pictures.',
      'Shop workers. They are too busy to answer you and they see it all.',
      'The travellers on the site by the bypass, nobody ever goes and has a cup of tea with them.',
      'People who have given up on you, to be blunt.',
      'Young mums, go to the toddler group, it is in the church hall Tuesdays and Fridays.',
    ],
    'not-listened-to': [
      'You will not hear from most people round here because last time nothing came of it.',
    ],
  },
  'not-asked': {
    '': [
      'You should ask what we would do ourselves if you let us. I would plant up those tubs tomorrow.',
      'Ask children. Mine has drawn you a map with a slide in it.',
      'What is it like at seven in the morning. Nobody knows it then but me and the pigeons.',
      'Ask who is lonely.',
      'How much money there is. Then we could choose properly.',
      'You covered it.',
      'What would we give up to pay for it, because there is always something.',
      'Ask about the smell of the bakery. That is the best thing in town and it is free.',
    ],
    'not-listened-to': [
      'Ask what happened to the last lot of answers.',
      'When will you tell us what you did? That is the question.',
      'Whether we believe you. I would like to. I am not there yet.',
    ],
    dirty: ['Why are there no bins by the bus station? Ask that one.'],
    'nowhere-to-be': ['Where do people go when they are cold. You should have asked that.'],
  },
};
