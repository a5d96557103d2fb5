Console.WriteLine("execreports");
