package org.sealpost.enrolment;

import java.security.PublicKey;
import java.util.Optional;
import org.sealpost.crypto.MailProgram;
import org.sealpost.directory.DirectoryEntry;

/**
 * A token that is about to be redeemed, everything about it checked.
 *
 * @param entry the mailbox as the directory has it
 * @param signingKey the owner's key, its possession proved
 * @param bearer the token
 * @param actor whom the log names
 * @param program what the owner reads mail with from now on, unless another choice was made; empty to leave it
 */
public record Redemption(
        DirectoryEntry entry, PublicKey signingKey, TokenBearer bearer, String actor, Optional<MailProgram> program) {
    /** Through a standard protocol: the keys go to a program that is not ours. */
    public static Redemption byProgram(DirectoryEntry entry, PublicKey signingKey, TokenBearer bearer) {
        return new Redemption(entry, signingKey, bearer, entry.address(), Optional.of(MailProgram.OTHER));
    }
}
