"""A scripted worker at a real browser: eyes, hands, a clock and a diary. What there is to do is said elsewhere."""
