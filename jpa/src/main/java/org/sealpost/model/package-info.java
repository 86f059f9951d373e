/**
 * What the Key Manager remembers: the aggregates, their verbs and one repository for each of them.
 * Guards the rules that a mailbox moves only along its states, that a token is spent once, and that no secret is held
 * here in clear.
 */
@NullMarked
package org.sealpost.model;

import org.jspecify.annotations.NullMarked;
