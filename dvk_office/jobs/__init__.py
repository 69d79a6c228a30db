"""One public function per thing the office asks for: arguments in, Report out."""
