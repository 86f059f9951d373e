package org.sealpost.crypto;

/** A PKCS #11 token cannot be used, and why in the words of its library. */
public final class TokenRefusal extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean wrongPin;

    TokenRefusal(String message, boolean wrongPin, Throwable cause) {
        super(message, cause);
        this.wrongPin = wrongPin;
    }

    /** Whether it was the PIN; otherwise the library, the slot or the key. */
    public boolean wrongPin() {
        return wrongPin;
    }

    /** The reason, never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
