package org.sealpost.recovery;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request's payload says: under which number the rest of it is kept in tables of its own. */
final class CaseNumber {
    private static final Pattern PAYLOAD = Pattern.compile("\\{\"case\":\"([0-9a-f-]{36})\"}");

    private CaseNumber() {}

    static String next() {
        return UUID.randomUUID().toString();
    }

    static String payload(String number) {
        return "{\"case\":\"" + number + "\"}";
    }

    /** @throws IllegalArgumentException when the payload was altered */
    static String of(String payload) {
        Matcher matcher = PAYLOAD.matcher(payload);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not the payload of a recovery");
        }
        return matcher.group(1);
    }
}
