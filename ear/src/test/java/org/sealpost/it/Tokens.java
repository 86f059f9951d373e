package org.sealpost.it;

/** What people do to tokens on their way. */
final class Tokens {
    private Tokens() {}

    /** The token with one of its first symbols mistyped. */
    static String slip(String token) {
        char wrong = token.charAt(0) == '7' ? '8' : '7';
        return wrong + token.substring(1);
    }
}
