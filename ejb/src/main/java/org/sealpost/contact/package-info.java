/**
 * People outside to whom a mailbox's owner can seal mail. Guards the rule that a certificate which came by mail counts
 * only when its owner's correspondent has told its fingerprint over another way, and for that mailbox alone.
 */
@NullMarked
package org.sealpost.contact;

import org.jspecify.annotations.NullMarked;
