/**
 * Asking for what is sensitive: who asked, who must agree, and carrying it out when the last one has. Guards the rule
 * that nobody agrees to his own request, that one person counts once, and that nothing happens before enough have agreed.
 */
@NullMarked
package org.sealpost.approval;

import org.jspecify.annotations.NullMarked;
