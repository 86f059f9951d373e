// args: what somebody has typed as a recipient. What the address book offers for it.
const search = Cc["@mozilla.org/autocomplete/search;1?name=ldap"].createInstance(Ci.nsIAutoCompleteSearch);
const result = await new Promise(found =>
  search.startSearch(args[0], JSON.stringify({ type: "addr_to" }), null, {
    onSearchResult(_, offered) {
      found(offered);
    },
  })
);
return { offered: Array.from({ length: result.matchCount }, (_, i) => result.getValueAt(i)) };
