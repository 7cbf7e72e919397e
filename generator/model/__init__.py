"""What a consultation is: frozen values, without input or output."""
