package org.sealpost.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(mail=Bob@Corp.example);bob@corp.example;",
                "(|(mail=a@b.example)(mail=c@d.example));a@b.example,c@d.example;",
                "(cn=Bob Baker);;bob baker",
                "(cn=bo*);;bo",
                "(mail=bo*);;bo",
                "(mail=*bo*);;bo",
                "(sn=*bo);;bo",
                "(displayName=bo*er*x);;bo",
                "(givenName~=Bob);;bob",
                "(cn=田*);;田",
                // Thunderbird, completing
                "(|(cn=bo*)(mail=bo*)(sn=bo*)(givenName=bo*)(displayName=Bo*));;bo",
                // Outlook, checking names
                "(&(mail=*)(|(mail=bo*)(cn=bo*)(sn=bo*)(displayName=bo*)));;bo",
                "(&(objectClass=person)(mail=bob@corp.example));bob@corp.example;",
                // the cheapest branch of a conjunction is enough
                "(&(cn=bo*)(mail=bob@corp.example));bob@corp.example;",
                "(&(cn=bo*)(!(sn=ba*)));;bo",
                "(|(mail=bob@corp.example)(objectClass=*));bob@corp.example;"
            })
    void aFilterNamesWhereToLook(String filter, String addresses, String beginnings) throws LDAPException {
        Wish wish = Wish.of(Filter.create(filter));
        assertThat(wish.addresses()).isEqualTo(set(addresses));
        assertThat(wish.beginnings()).isEqualTo(set(beginnings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(objectClass=*)",
                "(mail=*)",
                "(cn=b*)",
                "(cn=*)",
                "(mail=)",
                "(!(cn=bob))",
                "(cn>=bo)",
                "(userPassword=secret)",
                "(title=boss*)",
                "(cn:caseExactMatch:=Bob)",
                "(&)",
                "(|)",
                "(|(cn=ab*)(cn=cd*)(cn=ef*)(cn=gh*)(cn=ij*))"
            })
    void whoAsksForNobodyInParticularOrForTooManyIsRefused(String filter) throws LDAPException {
        Filter asked = Filter.create(filter);
        assertThatThrownBy(() -> Wish.of(asked)).isInstanceOf(Wish.TooMuch.class);
    }

    @Test
    void aHundredRecipientsAreOneQuestionAndAThousandAreNone() {
        assertThat(Wish.of(recipients(Wish.MOST_ADDRESSES)).addresses()).hasSize(Wish.MOST_ADDRESSES);
        assertThatThrownBy(() -> Wish.of(recipients(Wish.MOST_ADDRESSES + 1))).isInstanceOf(Wish.TooMuch.class);
        assertThatThrownBy(() -> Wish.of(recipients(1000))).isInstanceOf(Wish.TooMuch.class);
    }

    @Test
    void aValueWithoutEndIsNotLookedFor() {
        Filter endless = Filter.createEqualityFilter("mail", "a".repeat(400));
        assertThatThrownBy(() -> Wish.of(endless)).isInstanceOf(Wish.TooMuch.class);
    }

    @Test
    void strangersMayWishForWholeAddressesOnlyAndForFew() throws LDAPException {
        Wish both = Wish.of(Filter.create("(|(mail=bob@corp.example)(cn=al*))"));
        assertThat(both.forStrangers()).isEqualTo(new Wish(Set.of("bob@corp.example"), Set.of()));
        for (Filter none : List.of(Filter.create("(mail=bo*)"), recipients(Wish.MOST_OF_STRANGERS + 1))) {
            Wish wish = Wish.of(none);
            assertThatThrownBy(wish::forStrangers).isInstanceOf(Wish.TooMuch.class);
        }
    }

    private static Filter recipients(int number) {
        return Filter.createORFilter(Stream.iterate(0, i -> i + 1)
                .limit(number)
                .map(i -> Filter.createEqualityFilter("mail", "a" + i + "@corp.example"))
                .toList());
    }

    private static Set<String> set(String list) {
        return list == null ? Set.of() : Set.of(list.split(","));
    }
}
