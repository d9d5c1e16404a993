Console.WriteLine("figures 0 n");
