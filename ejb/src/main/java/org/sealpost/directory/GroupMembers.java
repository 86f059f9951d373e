package org.sealpost.directory;

import java.util.List;

/**
 * A group with everybody in it, through groups in groups, each person once.
 *
 * @param group the group itself
 * @param people its members with a mailbox
 * @param without names of members that have no usable mailbox: they cannot get mail and the sender should know
 */
public record GroupMembers(DirectoryEntry group, List<DirectoryEntry> people, List<String> without) {
    public GroupMembers {
        people = List.copyOf(people);
        without = List.copyOf(without);
    }
}
