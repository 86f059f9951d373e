package org.sealpost.integrity;

/** What mends a finding. */
public enum Repair {
    /** Signs a new revocation list. */
    SIGN_REVOCATION_LIST(Check.REVOCATION_LIST),
    /** Throws pairs of the stock away that do not open; others are made. */
    DISCARD_STOCK(Check.STOCK);

    private final Check check;

    Repair(Check check) {
        this.check = check;
    }

    /** The check whose findings it mends. */
    public Check check() {
        return check;
    }
}
