package org.sealpost.bulk;

/**
 * What came of sending the tokens of a run by mail.
 *
 * @param sent how many were sent now
 * @param before how many were left alone because they had been sent before
 * @param ended how many were left alone because they no longer count: redeemed, withdrawn, replaced or run out
 */
public record MailedTokens(int sent, int before, int ended) {
    static final MailedTokens NONE = new MailedTokens(0, 0, 0);

    MailedTokens and(TokenMail.Fate fate) {
        return switch (fate) {
            case SENT -> new MailedTokens(sent + 1, before, ended);
            case SENT_BEFORE -> new MailedTokens(sent, before + 1, ended);
            case ENDED -> new MailedTokens(sent, before, ended + 1);
        };
    }
}
