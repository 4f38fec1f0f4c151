"""The scripted worker: a week of office work in a real browser, with trusted input only."""
