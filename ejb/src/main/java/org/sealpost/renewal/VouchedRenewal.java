package org.sealpost.renewal;

import java.security.PublicKey;
import java.util.Optional;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.Serial;

/**
 * New keys that the owner's signing key in force vouches for, everything about it checked.
 *
 * @param entry the mailbox as the directory has it
 * @param voucher serial number of the signing certificate that vouches
 * @param signing the new signing key, its possession proved; empty when the present one stays
 * @param encryption whether a new encryption pair is asked for
 * @param actor whom the log names
 */
public record VouchedRenewal(
        DirectoryEntry entry, Serial voucher, Optional<PublicKey> signing, boolean encryption, String actor) {}
