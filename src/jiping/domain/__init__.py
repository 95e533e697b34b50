"""What a self-evaluation is: frozen values, standard library only."""
