/// The walk of a label set through the routing tree, with a reason at each node. Pure: lint,
/// explain and the pipeline share it.
@NullMarked
package dev.firedrill.alertmanager.route;

import org.jspecify.annotations.NullMarked;
