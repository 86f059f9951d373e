/**
 * Answers about single certificates: RFC 6960 in the lightweight profile of RFC 5019. Guards the rule that a status is
 * signed by a delegate of the authority, never by the authority's own key.
 */
@NullMarked
package org.sealpost.ocsp;

import org.jspecify.annotations.NullMarked;
