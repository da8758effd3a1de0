"""Posted facts: the sale and the refund (`facts`), their JSON bodies (`body`), and what may go back (`refund`)."""
