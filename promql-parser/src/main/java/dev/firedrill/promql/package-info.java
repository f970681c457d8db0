/// The front door to PromQL: text to typed tree and back. Consumers call [Promql] and switch over
/// the tree.
@NullMarked
package dev.firedrill.promql;

import org.jspecify.annotations.NullMarked;
