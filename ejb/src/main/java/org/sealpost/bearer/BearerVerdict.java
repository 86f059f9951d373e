package org.sealpost.bearer;

import java.time.Instant;

/** What a bearer token is worth here. */
sealed interface BearerVerdict {

    /**
     * It stands for a login.
     *
     * @param name as the directory knows it
     * @param until when it runs out
     */
    record Login(String name, Instant until) implements BearerVerdict {}

    /** It is worth nothing; its bearer is never told why. */
    enum Refused implements BearerVerdict {
        NOT_ACTIVE("the provider does not vouch for it"),
        NO_ACCESS_TOKEN("it is no access token for whoever bears it"),
        OTHER_ISSUER("its issuer (iss) is not the one of SEALPOST_BEARER_ISSUER"),
        OTHER_AUDIENCE("its audience (aud) does not name SEALPOST_BEARER_AUDIENCE"),
        OUT_OF_TIME("it is not valid now, or not said to end (nbf, exp)"),
        NO_LOGIN("it has no login name in the claim SEALPOST_BEARER_CLAIM");

        private final String why;

        Refused(String why) {
            this.why = why;
        }

        /** For the log: why, with the setting that decides. */
        String why() {
            return why;
        }
    }
}
