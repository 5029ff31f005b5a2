"""The only room that knows which database it talks to."""
