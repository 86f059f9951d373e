package org.sealpost.acme;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a request is about, by the rest of its address.
 *
 * @param kind which kind of thing
 * @param id which one; empty where there is one only
 */
public record AcmePath(Kind kind, String id) {
    /** A kind of thing that a signed request can be sent to. */
    public enum Kind {
        NEW_ACCOUNT("new-account"),
        NEW_ORDER("new-order"),
        REVOCATION("revoke-cert"),
        KEY_CHANGE("key-change"),
        ACCOUNT("account/*"),
        ORDERS("account/*/orders"),
        ORDER("order/*"),
        FINALIZATION("order/*/finalize"),
        AUTHORIZATION("authz/*"),
        CHALLENGE("challenge/*"),
        CERTIFICATE("cert/*");

        private final String form;
        private final Pattern pattern;

        Kind(String form) {
            this.form = form;
            this.pattern = Pattern.compile(form.replace("*", "([A-Za-z0-9_-]{1,60})"));
        }

        /** The rest of the address of such a thing. @param id empty where there is one only */
        public String path(String id) {
            return form.replace("*", id);
        }
    }

    /** Reads the rest of an address, without a slash in front; empty when nothing can be there. */
    public static Optional<AcmePath> find(String rest) {
        return Stream.of(Kind.values())
                .flatMap(kind -> {
                    Matcher matcher = kind.pattern.matcher(rest);
                    return matcher.matches()
                            ? Stream.of(new AcmePath(kind, matcher.groupCount() == 0 ? "" : matcher.group(1)))
                            : Stream.empty();
                })
                .findFirst();
    }
}
