"""The screens: views in Qt, presenters without it, and one window around them."""
