/// Two versions of rules side by side: which rule of one is which of the other, and what differs
/// about it as it is written.
@NullMarked
package dev.firedrill.rules.compare;

import org.jspecify.annotations.NullMarked;
