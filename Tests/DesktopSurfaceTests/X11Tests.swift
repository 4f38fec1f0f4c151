import Testing

/// One after the other: what is measured in one must not be slowed down by another, and two cores hold no more desktops.
@Suite("X displays", .serialized)
struct X11Tests {}
