/**
 * Verbs of administrators, each over the interface for programs. Guards the rule that the client decides nothing: who may
 * do what, and how many must agree, is the server's to say.
 */
@NullMarked
package org.sealpost.client.admin;

import org.jspecify.annotations.NullMarked;
