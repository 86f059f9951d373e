package org.sealpost.directory;

/**
 * A person of the directory as an address book shows them.
 *
 * @param entry who it is
 * @param surname may be empty
 * @param givenName may be empty
 */
public record ListedPerson(DirectoryEntry entry, String surname, String givenName) {}
