package org.sealpost.mailbox;

import java.util.Optional;
import org.sealpost.sending.RecipientStatus;

/**
 * Somebody to seal to, for a client that seals by itself. A group is given as its members.
 *
 * @param typed what the client asked about: the person's address or the group's
 * @param address in the directory's spelling; as typed when the directory does not know it
 * @param name for people; the address when the directory has none
 * @param status whether mail can be sealed to it
 * @param certificate the encryption certificate in force, DER; empty unless enabled
 */
public record SealingRecipient(
        String typed, String address, String name, RecipientStatus status, Optional<byte[]> certificate) {}
