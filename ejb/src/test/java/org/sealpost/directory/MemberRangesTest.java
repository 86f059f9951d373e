package org.sealpost.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.directory.DirectoryAnswerRefused.Reason;

class MemberRangesTest {
    private static final String GROUP = "cn=all,dc=corp,dc=example";

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 6, 7, 11})
    void everybodyInAGroupIsFoundHoweverManyComeAtOnce(int people) throws Exception {
        try (TestDirectory running = TestDirectory.of(Map.of(), filling(people), new Ranges(people, 3))) {
            GroupMembers members =
                    running.directory().expandGroup("all@corp.example").orElseThrow();
            assertThat(members.people()).hasSize(people);
            assertThat(members.without()).isEmpty();
        }
    }

    @Test
    void aGroupThatIsTooLargeIsRefusedWithoutAskingForAllOfIt() throws Exception {
        Ranges ranges = new Ranges(1_000_000, 500);
        try (TestDirectory running = TestDirectory.of(Map.of(), filling(5), ranges)) {
            assertThatThrownBy(() -> running.directory().expandGroup("all@corp.example"))
                    .isInstanceOfSatisfying(DirectoryAnswerRefused.class, refused -> assertThat(refused.arguments())
                            .contains(Reason.GROUP_TOO_LARGE));
            assertThat(ranges.asked).isEqualTo(5);
        }
    }

    private static TestDirectory.Filling filling(int people) {
        List<String[]> entries = new ArrayList<>();
        IntStream.range(0, people)
                .forEach(n -> entries.add(new String[] {
                    "dn: " + person(n),
                    "objectClass: inetOrgPerson",
                    "uid: p" + n,
                    "cn: P " + n,
                    "mail: p" + n + "@corp.example",
                    "entryUUID: id-" + n
                }));
        entries.add(new String[] {
            "dn: " + GROUP, "objectClass: groupOfNames", "cn: all", "mail: all@corp.example", "entryUUID: id-all"
        });
        return TestDirectory.entries(entries);
    }

    private static String person(int number) {
        return "uid=p" + number + ",dc=corp,dc=example";
    }

    /** Gives members as Active Directory does: some at once, and which ones they are. */
    private static final class Ranges extends InMemoryOperationInterceptor {
        private static final Pattern WANTED = Pattern.compile("member;range=(\\d+)-\\*");

        private final int people;
        private final int atOnce;
        private int asked;

        Ranges(int people, int atOnce) {
            this.people = people;
            this.atOnce = atOnce;
        }

        @Override
        public void processSearchEntry(InMemoryInterceptedSearchEntry answer) {
            if (!answer.getSearchEntry().getDN().equals(GROUP)) {
                return;
            }
            asked++;
            int first = answer.getRequest().getAttributeList().stream()
                    .map(WANTED::matcher)
                    .filter(Matcher::matches)
                    .mapToInt(wanted -> Integer.parseInt(wanted.group(1)))
                    .findFirst()
                    .orElse(0);
            int end = Math.min(people, first + atOnce);
            Entry entry = answer.getSearchEntry().duplicate();
            entry.addAttribute(new Attribute(
                    "member;range=" + first + "-" + (end == people ? "*" : String.valueOf(end - 1)),
                    IntStream.range(first, end)
                            .mapToObj(MemberRangesTest::person)
                            .toList()));
            answer.setSearchEntry(entry);
        }
    }
}
