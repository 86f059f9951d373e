package org.sealpost.mailbox;

import java.util.List;
import org.sealpost.sending.RecipientStatus;

/**
 * Somebody to send to, as the compose form shows it.
 *
 * @param address in the directory's spelling; as typed when the directory does not know it
 * @param name for people; the address when the directory has none
 * @param status whether mail can be sealed to it; of a group: ENABLED when it is for all members
 * @param members of a group, each with their own status; empty for a person
 */
public record Recipient(String address, String name, RecipientStatus status, List<Recipient> members) {
    public Recipient {
        members = List.copyOf(members);
    }

    public boolean group() {
        return !members.isEmpty();
    }
}
