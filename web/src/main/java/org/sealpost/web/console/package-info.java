/**
 * The administrators' pages. A view bean holds what its page shows and hands each click to one verb of one bean; which
 * clicks are offered follows from roles and states, which are right is decided behind it.
 */
@NullMarked
package org.sealpost.web.console;

import org.jspecify.annotations.NullMarked;
