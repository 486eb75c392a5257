/* What was meant by a few characters or initials: of choices that bring their words, those that fit, the best first. */
(function () {
  "use strict";

  /* Whether its characters stand in the word in this order, with others between them (「发改」 in 「发展和改革局」). */
  function strewn(word, sought) {
    let at = -1;
    return Array.from(sought).every(function (sign) {
      at = word.indexOf(sign, at + 1);
      return at >= 0;
    });
  }

  function fit(word, sought) {
    if (word === sought) return 0;
    if (word.startsWith(sought)) return 1;
    if (word.includes(sought)) return 2;
    if (!strewn(word, sought)) return Infinity;
    return word[0] === sought[0] ? 3 : 4;
  }

  /* Its own name before what else it is called: words stand in that order. */
  function rank(words, sought) {
    return words.reduce((best, word, place) => Math.min(best, fit(word, sought) * 100 + place), Infinity);
  }

  window.rankChoices = function (choices, sought) {
    return choices
      .map((one, place) => ({ one: one, place: place, rank: rank(one.words, sought) }))
      .filter((found) => found.rank < Infinity)
      .sort((a, b) => a.rank - b.rank || a.place - b.place)
      .map((found) => found.one);
  };
})();
